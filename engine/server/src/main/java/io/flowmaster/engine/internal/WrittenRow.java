package io.flowmaster.engine.internal;

import org.apache.ibatis.mapping.MappedStatement;

/** A statement that the engine wants to be executed, with what it is about. */
record WrittenRow(
    MappedStatement mapped, String sql, Object parameter, RecordedParameters parameters) {}
