package org.gfpaudit.rules.knowledge;

/** A function that makes an object nobody else knows yet: {@code new_inode()}. */
public record FreshObject(String name, VersionRange versions, String origin) implements Row {}
