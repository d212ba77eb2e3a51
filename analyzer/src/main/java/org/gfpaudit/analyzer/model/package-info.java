/** What the tree at hand says, asked in one place. */
package org.gfpaudit.analyzer.model;
