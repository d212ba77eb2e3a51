/** How findings are mended: edits of files as data, whatever they are rendered as. */
package org.gfpaudit.rules.fix;
