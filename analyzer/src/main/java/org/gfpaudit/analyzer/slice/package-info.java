/** From the sinks backwards over the index to the functions worth parsing. */
package org.gfpaudit.analyzer.slice;
