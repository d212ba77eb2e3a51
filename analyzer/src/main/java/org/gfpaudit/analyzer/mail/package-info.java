/** Who a patch is for and how its subject starts: asked of the tree, its git and its scripts. */
package org.gfpaudit.analyzer.mail;
