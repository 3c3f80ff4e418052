// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrlQuery>

#include <chrono>
#include <optional>

namespace Sluice {

enum class Verb { Get, Post, Put, Delete };

// User: somebody waits for the call, so it goes first. Background: polling, which goes when the
// budget allows.
enum class Priority { User, Background };

// What a good answer holds. Nothing: an empty body or any JSON without an error, as for a command
// or a deletion. Definition: the whole definition of a pipeline with id and name. Unless the
// pipeline is new, it must be the requested one.
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
