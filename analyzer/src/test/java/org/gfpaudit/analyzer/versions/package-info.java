/** Tests of code that is built against many kernels. */
package org.gfpaudit.analyzer.versions;
