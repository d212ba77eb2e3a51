package org.gfpaudit.grammar.scan;

import java.util.function.Function;
import org.gfpaudit.grammar.segment.ContentKey;
import org.gfpaudit.grammar.segment.ContentMark;

/**
 * What a scan notes of contents, and which it leaves alone. Its functions are called by several
 * threads.
 *
 * @param key with which contents are hashed
 * @param claims for each path what stands for what a repository says of it
 * @param known the contents that need no scan
 */
public record Marking(ContentKey key, Function<String, ContentMark> claims, Known known) {
  /** Contents that were scanned before. */
  @FunctionalInterface
  public interface Known {
    /** Whether the file of that path, with that content, shall not be scanned. */
    boolean has(String path, ContentMark content, int length);
  }

  /** For a scan that nobody comes back to. */
  public static Marking none() {
    return of(ContentKey.random(), path -> ContentMark.NONE);
  }

  /** For a scan of everything. */
  public static Marking of(ContentKey key, Function<String, ContentMark> claims) {
    return new Marking(key, claims, (path, content, length) -> false);
  }
}
