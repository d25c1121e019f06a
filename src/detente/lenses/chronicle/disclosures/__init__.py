"""Disclosures: who spoke first of an event, who kept silent how long, and who framed it."""
