/** Tests of the rows of the audit table. */
@NullMarked
package org.gfpaudit.analyzer.rows;

import org.jspecify.annotations.NullMarked;
