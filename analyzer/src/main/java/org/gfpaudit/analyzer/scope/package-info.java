/** Task scopes: where they open and close, in one function and across calls. */
package org.gfpaudit.analyzer.scope;
