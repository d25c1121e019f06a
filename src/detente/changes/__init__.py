"""Changes: what is different between two versions of a case, or between two dates of one, and what that did."""
