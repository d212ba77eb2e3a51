package org.gfpaudit.analyzer.diagnose;

import java.util.HashSet;
import java.util.Set;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.rules.knowledge.Lock;
import org.gfpaudit.rules.knowledge.ReclaimRoot;
import org.gfpaudit.rules.knowledge.Subsystem;

/**
 * Which functions of a stack are of a file system or driver, which are of the locks themselves, and
 * which of the code that reclaims and allocates.
 */
final class Grounds {
  private final Model model;
  private final Set<String> ofReclaim = new HashSet<>();
  private final Set<String> ofLocks = new HashSet<>();

  Grounds(Model model) {
    this.model = model;
    for (ReclaimRoot root : model.knowledge().reclaim().roots(ReclaimRoot.Kind.FUNCTION)) {
      for (Entity definition : model.index().definitions(root.name())) {
        ofReclaim.add(subsystem(definition).name());
      }
    }
    for (Lock lock : model.knowledge().evidence().locks()) {
      if (lock.kind() == Lock.Kind.ARGUMENT) {
        for (Entity definition : model.index().definitions(lock.take())) {
          if (!isHeader(definition)) {
            ofLocks.add(directory(definition));
          }
        }
      }
    }
  }

  private String directory(Entity entity) {
    String path = model.program().path(entity);
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  Subsystem subsystem(Entity entity) {
    return model.knowledge().subsystems().of(model.program().path(entity));
  }

  /** Whether a function is of a file system, a driver or a module, and not of shared code. */
  boolean isOwn(FoundStack.Found found) {
    return found.entity().filter(this::isOwn).isPresent();
  }

  private boolean isOwn(Entity entity) {
    Subsystem subsystem = subsystem(entity);
    String path = model.program().path(entity);
    // A file that no row is for stands for itself alone.
    boolean isPart =
        (subsystem.name().contains("/") && !subsystem.name().equals(path))
            || model.knowledge().subsystems().isOfModule(path);
    return isPart && subsystem.kind() != Subsystem.Kind.GENERIC;
  }

  /** Whether a function belongs to the code that reclaims and allocates. */
  boolean isOfReclaim(FoundStack.Found found) {
    return found.entity().filter(e -> ofReclaim.contains(subsystem(e).name())).isPresent();
  }

  private boolean isOfLocks(FoundStack.Found found) {
    return found.entity().filter(e -> ofLocks.contains(directory(e))).isPresent();
  }

  private boolean isHeader(Entity entity) {
    return model.program().path(entity).endsWith(".h");
  }

  /** The function that takes the lock: who calls into the code of locks. */
  int taker(FoundStack stack) {
    return outOf(stack, false);
  }

  /** The function that asks for memory: who calls into the allocator. */
  int allocator(FoundStack stack) {
    return outOf(stack, true);
  }

  /**
   * The innermost function outside of what a stack ends in: the lock checker and the locks, what
   * headers have around them, and the allocator.
   */
  private int outOf(FoundStack stack, boolean isAllocating) {
    int inside = stack.size();
    for (int i = stack.size() - 1; i >= 0 && inside == stack.size(); i--) {
      // A trace of the printing task starts with what prints it.
      inside = isOfLocks(stack.at(i)) ? i : inside;
      if (isOwn(stack.at(i))) {
        break;
      }
    }
    for (int i = Math.min(inside, stack.size() - 1); i >= 0; i--) {
      FoundStack.Found found = stack.at(i);
      boolean isMeans =
          found.entity().isEmpty()
              || isHeader(found.entity().get())
              || isOfLocks(found)
              || (isAllocating && isOfReclaim(found));
      if (!isMeans) {
        return i;
      }
    }
    // Of a module that the tree has not only the shared code below it is found.
    int foreign = notInTree(stack);
    return (foreign > 0 ? foreign : stack.size()) - 1;
  }

  /** How many of the outermost functions are those of a module that the tree has not. */
  private static int notInTree(FoundStack stack) {
    int count = 0;
    while (count < stack.size() && stack.at(count).entity().isEmpty()) {
      count++;
    }
    return count;
  }
}
