"""Measures the site beside a stock one: `kb bench`. It prints numbers and judges nothing."""
