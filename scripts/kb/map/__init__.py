"""The service map: its graph read from the pages' data, placed by rule and drawn as SVG."""
