import { language } from "./en.js";
import { serve } from "./worker.js";

serve(self, language);
