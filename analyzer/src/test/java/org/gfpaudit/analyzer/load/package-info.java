/** Tests of discovery and reading. */
package org.gfpaudit.analyzer.load;
