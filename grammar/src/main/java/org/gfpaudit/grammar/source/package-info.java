/** Source text, byte offsets and spans. */
package org.gfpaudit.grammar.source;
