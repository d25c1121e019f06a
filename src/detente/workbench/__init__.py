"""The workbench: where analysts write; it shows what the session says, and works nothing out."""
