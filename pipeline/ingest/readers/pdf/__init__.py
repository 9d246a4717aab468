"""PDF: characters with their places (`chars`), columns and margins (`gutter`, `layout`), tables, paragraphs, images."""
