package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.analyzer.store.IndexStore;
import org.gfpaudit.analyzer.store.StoreDirectory;

/** Where the index is kept from one run to the next: in the user's cache, as other programs do. */
final class IndexCache {
  static final String DIRECTORY_VARIABLE = "GFPAUDIT_CACHE";

  /** Room for a dozen kernels. */
  private static final long MOST_BYTES = 4L << 30;

  private IndexCache() {}

  /**
   * The directory: {@code GFPAUDIT_CACHE}, or gfpaudit in {@code XDG_CACHE_HOME}, or in .cache of
   * the home directory; empty where none of them is set.
   */
  static Optional<Path> directory(Surroundings surroundings) {
    Map<String, String> environment = surroundings.environment();
    try {
      String own = environment.getOrDefault(DIRECTORY_VARIABLE, "");
      if (!own.isEmpty()) {
        return Optional.of(surroundings.workingDirectory().resolve(own));
      }
      // A relative path is invalid there, by the XDG Base Directory Specification.
      String caches = environment.getOrDefault("XDG_CACHE_HOME", "");
      if (!caches.isEmpty() && Path.of(caches).isAbsolute()) {
        return Optional.of(Path.of(caches, "gfpaudit"));
      }
      String home = environment.getOrDefault("HOME", "");
      return home.isEmpty() || !Path.of(home).isAbsolute()
          ? Optional.empty()
          : Optional.of(Path.of(home, ".cache", "gfpaudit"));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /**
   * The store of that directory; one in memory where it cannot be had, which {@code console} says.
   */
  static IndexStore open(Surroundings surroundings, Console console) {
    Optional<Path> directory = directory(surroundings);
    if (directory.isEmpty()) {
      return IndexStore.inMemory();
    }
    try {
      return IndexStore.in(StoreDirectory.open(directory.get(), MOST_BYTES));
    } catch (IOException e) {
      String reason = Failures.phrase(e);
      String where = reason.contains(directory.get().toString()) ? "" : directory.get() + ": ";
      console.say("the index is not kept: " + where + reason);
      return IndexStore.inMemory();
    }
  }

  /** Waits until the store is on disk, and says what went wrong with it. */
  static void close(IndexStore store, Console console) {
    store.close();
    List<String> remarks = store.remarks();
    remarks.forEach(console::say);
  }
}
