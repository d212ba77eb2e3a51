package org.gfpaudit.analyzer.git;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BlobReadersTest {
  private static final int PLENTY = 1 << 20;

  @TempDir Path directory;

  private BlobReaders readers() {
    return new BlobReaders(new GitProgram(directory), "here");
  }

  @Test
  void contentsComeAsTheyAre() throws IOException {
    byte[] odd = new byte[3000];
    for (int i = 0; i < odd.length; i++) {
      odd[i] = (byte) (i * 7);
    }
    NewRepository repository =
        NewRepository.in(directory).write("odd.c", odd).write("empty.c", "").write("a.c", "\n\n");
    repository.commit("first");
    try (BlobReaders readers = readers()) {
      assertArrayEquals(odd, readers.read(repository.blob("odd.c"), PLENTY));
      assertArrayEquals(new byte[0], readers.read(repository.blob("empty.c"), PLENTY));
      assertArrayEquals(
          "\n\n".getBytes(StandardCharsets.US_ASCII), readers.read(repository.blob("a.c"), PLENTY));
      assertArrayEquals(odd, readers.read(repository.blob("odd.c"), odd.length));
    }
  }

  @Test
  void whatIsTooLongIsPassedOver() throws IOException {
    NewRepository repository =
        NewRepository.in(directory).write("long.c", "int a;\n".repeat(99)).write("a.c", "int a;\n");
    repository.commit("first");
    try (BlobReaders readers = readers()) {
      IOException failure =
          assertThrows(
              IOException.class, () -> readers.read(repository.blob("long.c"), 99 * 7 - 1));
      assertEquals("larger than 692 bytes", failure.getMessage());
      assertEquals(7, readers.read(repository.blob("a.c"), PLENTY).length, "the next is read");
    }
  }

  @Test
  void whatIsNotThereIsSaidAndTheNextIsRead() throws IOException {
    NewRepository repository = NewRepository.in(directory).write("fs/a.c", "int a;\n");
    repository.commit("first");
    String tree = repository.git("rev-parse", "HEAD^{tree}").strip();
    try (BlobReaders readers = readers()) {
      for (String object : List.of("0".repeat(40), tree)) {
        IOException failure =
            assertThrows(IOException.class, () -> readers.read(object, PLENTY), object);
        String said = String.valueOf(failure.getMessage());
        assertTrue(said.startsWith("the repository does not have it"), object);
      }
      assertEquals(7, readers.read(repository.blob("fs/a.c"), PLENTY).length);
    }
  }

  @Test
  void threadsReadAtOnce() throws IOException, InterruptedException, ExecutionException {
    NewRepository repository = NewRepository.in(directory);
    for (int i = 0; i < 8; i++) {
      repository.write("f" + i + ".c", ("int f" + i + ";\n").repeat(500));
    }
    repository.commit("first");
    List<String> blobs = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      blobs.add(repository.blob("f" + i + ".c"));
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (BlobReaders readers = readers()) {
      List<Future<Integer>> results = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        int file = i;
        byte[] expected = ("int f" + i + ";\n").repeat(500).getBytes(StandardCharsets.US_ASCII);
        results.add(
            threads.submit(
                () -> {
                  for (int round = 0; round < 20; round++) {
                    assertArrayEquals(expected, readers.read(blobs.get(file), PLENTY));
                  }
                  return file;
                }));
      }
      for (int i = 0; i < 8; i++) {
        assertEquals(i, results.get(i).get());
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
