"""Project files of ScenarioWizard: descriptors, their states, and the matrix of cross impacts."""
