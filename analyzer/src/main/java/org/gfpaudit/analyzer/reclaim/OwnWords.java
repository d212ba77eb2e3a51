package org.gfpaudit.analyzer.reclaim;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.rules.knowledge.ReclaimTables;
import org.gfpaudit.rules.knowledge.ReclaimWord;
import org.jspecify.annotations.Nullable;

/**
 * What the code of one subsystem says of all its inodes by the names it uses. A flag that shared
 * code tests, and that the file system never sets, is never set on its inodes; where it keeps every
 * dentry that it makes, none of its inodes is thrown away as long as it has a name.
 */
final class OwnWords {
  private final Model model;
  private final String owner;
  private final ReclaimTables tables;
  private final Map<ReclaimWord.Kind, Boolean> known = new ConcurrentHashMap<>();
  private volatile @Nullable Boolean arePinned;

  OwnWords(Model model, String owner) {
    this.model = model;
    this.owner = owner;
    this.tables = model.knowledge().reclaim();
  }

  /** Whether each of its inodes that has a name is kept by a dentry that is kept itself. */
  boolean arePinned() {
    Boolean kept = arePinned;
    if (kept == null) {
      kept = findPinned();
      arePinned = kept;
    }
    return kept;
  }

  private boolean findPinned() {
    return names(ReclaimWord.Kind.PINS_ALL)
        && model.subsystems().files(owner).stream()
            .flatMap(file -> model.index().entitiesOf(file).stream())
            .filter(entity -> calls(entity, ReclaimWord.Kind.TIES_DENTRY))
            .allMatch(entity -> calls(entity, ReclaimWord.Kind.PINS));
  }

  private boolean calls(Entity entity, ReclaimWord.Kind kind) {
    return model.index().calls(entity).stream()
        .anyMatch(name -> tables.is(kind, model.index().text(name)));
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
    List<SourceFile> files = model.subsystems().files(owner);
    return tables.words(kind).stream()
        .map(word -> Pattern.compile(word.name(), Pattern.LITERAL))
        .anyMatch(word -> files.stream().anyMatch(file -> model.program().isFound(file, word)));
  }
}
