// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrlQuery>

#include <chrono>
#include <optional>

namespace Sluice {

enum class Verb { Get, Post, Put, Delete };

// User: somebody waits for it, goes first. Background: polling, goes when the budget allows.
enum class Priority { User, Background };

// What a good answer holds. Nothing: an empty body or any JSON that tells of no error, as a command
// or a deletion is answered. Definition: the whole of one pipeline, with its id and name; of the
// one that was asked for, unless it is new.
enum class Promise { Nothing, Object, Definition };

// A call as a value. path is below the base URL, starts with "/v1/" and is already percent-encoded.
struct Request {
    Verb verb = Verb::Get;
    QString path;
    QUrlQuery query;
    std::optional<QByteArray> body; // JSON text, sent as it is
    Promise promise = Promise::Object;
    Priority priority = Priority::User;
    std::chrono::milliseconds timeout{30'000};

    bool isWrite() const { return verb != Verb::Get; }
};

// "GET", "POST", ...
QByteArray verbName(Verb verb);

} // namespace Sluice
