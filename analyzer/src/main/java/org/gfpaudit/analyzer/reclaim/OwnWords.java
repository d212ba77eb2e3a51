package org.gfpaudit.analyzer.reclaim;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.rules.knowledge.ReclaimWord;

/**
 * Whether the code of one subsystem names what it takes for its inodes to be of a rare kind. A flag
 * that shared code tests, and that the file system never sets, is never set on its inodes.
 */
final class OwnWords {
  private final Model model;
  private final FileOwners owners;
  private final String owner;
  private final Map<ReclaimWord.Kind, Boolean> known = new ConcurrentHashMap<>();

  OwnWords(Model model, FileOwners owners, String owner) {
    this.model = model;
    this.owners = owners;
    this.owner = owner;
  }

  /** Whether it names a word of a kind. */
  boolean names(ReclaimWord.Kind kind) {
    Boolean names = known.get(kind);
    if (names == null) {
      names = find(kind);
      known.put(kind, names);
    }
    return names;
  }

  private boolean find(ReclaimWord.Kind kind) {
    List<SourceFile> files = owners.files(owner);
    return model.knowledge().reclaim().words(kind).stream()
        .map(word -> Pattern.compile(word.name(), Pattern.LITERAL))
        .anyMatch(word -> files.stream().anyMatch(file -> model.program().isFound(file, word)));
  }
}
