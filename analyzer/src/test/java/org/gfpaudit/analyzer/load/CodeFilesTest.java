package org.gfpaudit.analyzer.load;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeFilesTest {
  @ParameterizedTest
  @ValueSource(strings = {"a.c", "fs/a.h", "x.bpf.c", "fs/a.c.inc", "fpa11.inl", "a b.c"})
  void code(String name) {
    assertTrue(CodeFiles.isCode(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "c", "a.C", "a.cc", "a.S", "fs.c/a", "fs/.h", "startup.inc"})
  void other(String name) {
    assertFalse(CodeFiles.isCode(name));
  }
}
