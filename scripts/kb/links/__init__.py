"""The link checker: asks for external addresses, remembers, reports, and tends one issue.

`core` judges and stands alone; the modules beside it know this project's register, memory,
report and job.
"""
