package org.gfpaudit.analyzer.deadlock;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.ast.TypeName;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.rules.finding.LockClass;

/**
 * Which classes of locks have one lock for each inode, so that two tasks that work on two inodes
 * never meet: those in the struct of an inode, in a struct that holds one, or in a part of such
 * structs alone. For one thread.
 */
public final class Instances {
  /** Why a lock of that kind is hardly the same one, a sentence part. */
  public static final String EACH_INODE =
      "the kernel's lock checker may report it, but each inode has such a lock, and nothing tells"
          + " that reclaim comes to that of the same inode";

  /** Why the lock of an inode that is not set up yet is not the same one, a sentence part. */
  static final String OF_NEW_INODE =
      "the kernel's lock checker may report it, but the lock is that of an inode that is still new"
          + " (I_NEW): it has a user, so that reclaim does not throw it away, and who looks it up"
          + " waits until it is set up and not for its lock";

  private static final String INODE = "struct inode";
  private static final int MAX_NESTED = 3;

  private final Model model;
  private final Map<String, Boolean> known = new HashMap<>();
  private final Map<LockClass, Boolean> answered = new HashMap<>();

  public Instances(Model model) {
    this.model = model;
  }

  /** Whether every inode has a lock of that class. */
  public boolean isOfEachInode(LockClass lock) {
    Boolean before = answered.get(lock);
    if (before == null) {
      before = find(lock);
      answered.put(lock, before);
    }
    return before;
  }

  private boolean find(LockClass lock) {
    String struct = lock.owner();
    int way = struct.indexOf('.');
    return switch (lock.kind()) {
      case FIELD -> {
        String whole = way < 0 ? struct : struct.substring(0, way);
        yield isInside(lock) && (holdsInode(whole, MAX_NESTED) || isPartOfInodes(whole));
      }
      case FILE_SYSTEM -> true;
      case GLOBAL, PSEUDO, SUPER_BLOCK -> false;
    };
  }

  /** Whether a lock lies in the struct it is named by: what a field points to may be shared. */
  boolean isInside(LockClass lock) {
    int way = lock.owner().indexOf('.');
    String struct = way < 0 ? lock.owner() : lock.owner().substring(0, way);
    return model.index().definitions(struct).stream()
        .flatMap(
            definition ->
                model
                    .types()
                    .fieldType(lock.owner(), lock.name(), model.index().fileOf(definition))
                    .stream())
        .allMatch(type -> type.pointerDepth() == 0);
  }

  /** Whether each struct that a struct is a part of, beside where it is defined, holds an inode. */
  private boolean isPartOfInodes(String struct) {
    boolean isPart = false;
    for (Entity definition : model.index().definitions(struct)) {
      String path = model.index().path(model.index().fileOf(definition));
      String directory = path.substring(0, path.lastIndexOf('/') + 1);
      List<Entity> wholes =
          model
              .index()
              .files(directory)
              .filter(file -> isIn(directory, model.index().path(file)))
              .flatMap(file -> model.index().entitiesOf(file).stream())
              .filter(entity -> model.index().kind(entity) == EntityKind.STRUCT)
              .filter(entity -> isPart(struct, entity))
              .toList();
      for (Entity whole : wholes) {
        if (!holdsInode(model.program().name(whole), MAX_NESTED)) {
          return false;
        }
      }
      isPart |= !wholes.isEmpty();
    }
    return isPart;
  }

  private static boolean isIn(String directory, String path) {
    return path.startsWith(directory) && path.indexOf('/', directory.length()) < 0;
  }

  private boolean isPart(String struct, Entity whole) {
    String text = model.program().textOf(whole).text(model.index().extent(whole));
    SourceFile file = model.index().fileOf(whole);
    String name = model.program().name(whole);
    return text.contains(struct + " ")
        && model.types().fieldNames(name, file).stream()
            .flatMap(field -> model.types().fieldType(name, field, file).stream())
            .anyMatch(type -> type.pointerDepth() == 0 && type.name().equals(struct));
  }

  private boolean holdsInode(String struct, int depth) {
    if (struct.equals(INODE)) {
      return true;
    }
    Boolean before = known.get(struct);
    if (before != null) {
      return before;
    }
    boolean holds = false;
    for (Entity definition : model.index().definitions(struct)) {
      SourceFile file = model.index().fileOf(definition);
      List<String> fields = model.types().fieldNames(struct, file);
      for (int i = 0; i < fields.size() && !holds; i++) {
        Optional<String> inner =
            model
                .types()
                .fieldType(struct, fields.get(i), file)
                .filter(type -> type.pointerDepth() == 0 && !type.array())
                .map(TypeName::name)
                .filter(name -> name.startsWith("struct ") && depth > 0);
        holds = inner.isPresent() && (inner.get().equals(INODE) || isNetwork(inner.get(), depth));
      }
    }
    known.put(struct, holds);
    return holds;
  }

  /** A struct that stands for an inode and holds the inode itself: its name says so. */
  private boolean isNetwork(String struct, int depth) {
    return struct.endsWith("inode") && holdsInode(struct, depth - 1);
  }
}
