"""Small QObjects between session and screen."""
