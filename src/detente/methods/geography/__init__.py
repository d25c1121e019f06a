"""Geography: distances on the globe, and what lies inside an outline."""
