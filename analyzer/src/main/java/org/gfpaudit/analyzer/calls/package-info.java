/**
 * Who can run whom: direct calls, calls through fields of tables, functions handed over as
 * arguments. Found on demand from the index; bodies are read as they are needed.
 */
package org.gfpaudit.analyzer.calls;
