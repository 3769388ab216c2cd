-- What an import created goes again when the import is undone; the foreign keys see that nothing refers to it.
GRANT DELETE ON "Site", "BusinessProcess", "Wave" TO wavegate_app;
