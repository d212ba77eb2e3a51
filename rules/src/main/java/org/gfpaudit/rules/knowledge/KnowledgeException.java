package org.gfpaudit.rules.knowledge;

/** A table is wrong. The message starts with file and line and says what to change. */
public final class KnowledgeException extends RuntimeException {
  KnowledgeException(String message) {
    super(message);
  }
}
