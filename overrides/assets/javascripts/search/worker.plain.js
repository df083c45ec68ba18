import { language } from "./plain.js";
import { serve } from "./worker.js";

serve(self, language);
