"""How the content hangs together: every relation between pages, and who cites which record.

The relations block, the map, the search and the checks are filters of these two lists, so that
they cannot disagree.
"""
