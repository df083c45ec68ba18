"""The site as such: what is published at which address, whatever generator renders it."""
