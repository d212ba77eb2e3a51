/** Tests of {@link org.gfpaudit.analyzer.splat}. */
package org.gfpaudit.analyzer.splat;
