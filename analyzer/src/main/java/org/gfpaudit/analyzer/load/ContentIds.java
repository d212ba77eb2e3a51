package org.gfpaudit.analyzer.load;

import org.gfpaudit.grammar.segment.ContentId;

/** Something that knows the content of files without reading them. Safe for several threads. */
@FunctionalInterface
public interface ContentIds {
  /** Knows nothing. */
  ContentIds NONE = (path, stamp) -> ContentId.NONE;

  /**
   * What git calls the content of a file.
   *
   * @param path relative to the tree, with {@code /}
   * @param stamp how the file looks now
   * @return {@link ContentId#NONE} where that is not certain
   */
  ContentId of(String path, FileStamp stamp);
}
