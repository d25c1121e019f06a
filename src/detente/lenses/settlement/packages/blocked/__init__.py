"""Who stands in the way of which packages, by what they are worth to it or by a red line, and what opens the door."""
