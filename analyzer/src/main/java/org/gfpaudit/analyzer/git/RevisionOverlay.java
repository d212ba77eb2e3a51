package org.gfpaudit.analyzer.git;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gfpaudit.analyzer.load.OverlayTree;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.grammar.segment.ContentId;

/** An older state of a tree as what differs from a newer one. */
final class RevisionOverlay {
  /** Where more differs, the older state is read from the repository altogether. */
  private static final int MOST_FILES = 4000;

  private static final int MOST_BYTES_EACH = 64 << 20;

  private RevisionOverlay() {}

  static SourceTree of(SourceTree now, List<FileStatus> changes, RevisionTree before)
      throws GitException {
    if (changes.size() > MOST_FILES) {
      return before;
    }
    Map<String, byte[]> replaced = new HashMap<>();
    Map<String, ContentId> ids = new HashMap<>();
    Set<String> removed = new HashSet<>();
    for (FileStatus change : changes) {
      if (change.kind() == FileStatus.Kind.ADDED) {
        removed.add(change.path());
        continue;
      }
      try {
        replaced.put(change.path(), before.readUnlisted(change.path(), MOST_BYTES_EACH));
        ids.put(change.path(), before.contentId(change.path()));
      } catch (IOException e) {
        if (before.has(change.path())) {
          throw new GitException(change.path() + ": " + e.getMessage());
        }
        removed.add(change.path()); // A link or a submodule: never one of our files.
      }
    }
    return new OverlayTree(now, before.name(), replaced, ids, removed);
  }
}
