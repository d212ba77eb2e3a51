/** Where source text comes from: discovery, reading, the root and the version of a kernel tree. */
package org.gfpaudit.analyzer.load;
