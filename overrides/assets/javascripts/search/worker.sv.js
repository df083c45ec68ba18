import { language } from "./sv.js";
import { serve } from "./worker.js";

serve(self, language);
