/** Trees of any size, and what an audit of them costs for each function. */
package org.gfpaudit.testdata.scale;
