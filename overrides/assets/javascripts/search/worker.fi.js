import { language } from "./fi.js";
import { serve } from "./worker.js";

serve(self, language);
