/**
 * The index on disk: segments, which never change, and for each tree a manifest that says which
 * slot holds which file as of which stamp. Whatever is missing, damaged or of another version is
 * scanned anew; nothing here is ever needed.
 */
package org.gfpaudit.analyzer.store;
