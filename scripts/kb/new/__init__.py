"""`kb new`: writes the files of a new county, page or term, and never over one that is there."""
