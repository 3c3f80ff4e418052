// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>

namespace Sluice {

// Reads one HTTP/1.1 answer from the bytes of a connection as they come. Skips interim answers (100
// to 199). Knows whether the answer is whole: by its length, by its last chunk, or, with neither,
// by the end of the connection. Uses no socket and no clock.
class AnswerReader
{
public:
    enum class State {
        Head,   // the status line or the headers are not whole yet
        Body,   // in the middle of the body
        Done,   // the answer is whole
        Broken, // this is not HTTP, or the connection ended too early
    };

    // The largest head in bytes, including interim answers.
    static constexpr qsizetype largestHead = qsizetype(256) * 1024;

    void feed(const QByteArray &bytes);
    // The peer has closed the connection: the answer is now whole, or broken.
    void end();

    State state() const { return m_state; }

    // 0 until the headers of the final answer are whole.
    int status() const { return m_status; }

    QByteArray reason() const { return m_reason; }

    // Names in lower case.
    const QList<QPair<QByteArray, QByteArray>> &headers() const { return m_headers; }

    QByteArray header(const QByteArray &lowerCaseName) const;

    // The part of the body that has come since the last call.
    QByteArray takeBody();

private:
    enum class Framing { Length, Chunks, UntilTheEnd };
    enum class Part { Size, Data, DataEnd, Trailer }; // the parts of a chunk

    void readHead();
    bool readLines(const QByteArray &head);
    void chooseFraming();
    void readBody();
    bool readChunkPart();

    void fail() { m_state = State::Broken; }

    State m_state = State::Head;
    QByteArray m_bytes; // not yet read
    qsizetype m_headBytes = 0;
    int m_status = 0;
    QByteArray m_reason;
    QList<QPair<QByteArray, QByteArray>> m_headers;
    Framing m_framing = Framing::UntilTheEnd;
    qint64 m_left = 0; // bytes left of the body or the chunk
    Part m_part = Part::Size;
    QByteArray m_body;
};

} // namespace Sluice
