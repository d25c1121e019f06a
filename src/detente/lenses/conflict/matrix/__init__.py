"""Outcomes and tests: what holds, who would leave, what all prefer and what can be reached, in one table."""
