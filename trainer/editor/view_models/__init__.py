"""Small QObjects between the desk's model and its views."""
