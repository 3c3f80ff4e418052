// SPDX-License-Identifier: Apache-2.0
#include "models/api/answerreader.h"

#include <algorithm>
#include <utility>

namespace Sluice {

namespace {

constexpr qsizetype longestChunkLine = 4096;

// The end of the head: "\r\n\r\n" or, from careless servers, "\n\n". -1 when the head is not whole.
qsizetype endOfHead(const QByteArray &bytes, qsizetype *length)
{
    const qsizetype proper = bytes.indexOf("\r\n\r\n");
    const qsizetype careless = bytes.indexOf("\n\n");
    const bool isProper = proper >= 0 && (careless < 0 || proper < careless);
    *length = isProper ? 4 : 2;
    return isProper ? proper : careless;
}

} // namespace

void AnswerReader::feed(const QByteArray &bytes)
{
    if (m_state == State::Done || m_state == State::Broken)
        return;
    m_bytes += bytes;
    while (m_state == State::Head) {
        const qsizetype before = m_bytes.size();
        readHead();
        if (m_bytes.size() == before)
            return;
    }
    if (m_state == State::Body)
        readBody();
}

void AnswerReader::end()
{
    if (m_state == State::Done || m_state == State::Broken)
        return;
    const bool isWhole = m_state == State::Body && m_framing == Framing::UntilTheEnd;
    m_state = isWhole ? State::Done : State::Broken;
}

QByteArray AnswerReader::header(const QByteArray &lowerCaseName) const
{
    const auto found = std::find_if(m_headers.begin(), m_headers.end(), [&](const auto &header) {
        return header.first == lowerCaseName;
    });
    return found == m_headers.end() ? QByteArray() : found->second;
}

QByteArray AnswerReader::takeBody()
{
    return std::exchange(m_body, {});
}

// Takes one whole head from the bytes. Drops that of an interim answer.
void AnswerReader::readHead()
{
    qsizetype gap = 0;
    const qsizetype end = endOfHead(m_bytes, &gap);
    const bool isHttp = m_bytes.size() < 5 || m_bytes.startsWith("HTTP/");
    if (!isHttp || m_headBytes + (end < 0 ? m_bytes.size() : end) > largestHead)
        return fail();
    if (end < 0)
        return;
    const QByteArray head = m_bytes.left(end);
    m_bytes.remove(0, end + gap);
    m_headBytes += end + gap;
    if (!readLines(head))
        return fail();
    const bool isInterim = m_status >= 100 && m_status < 200;
    if (!isInterim)
        return chooseFraming();
    // "101 Switching Protocols" answers a request that is never made here.
    if (m_status == 101)
        fail();
    m_status = 0;
    m_headers.clear();
}

bool AnswerReader::readLines(const QByteArray &head)
{
    const QList<QByteArray> lines = head.split('\n');
    const QByteArray start = lines.constFirst().trimmed();
    const qsizetype blank = start.indexOf(' ');
    bool isNumber = false;
    const int status = start.mid(blank + 1, 3).toInt(&isNumber);
    const bool isThreeDigits = start.size() == blank + 4 || start.mid(blank + 4, 1) == " ";
    if (blank < 0 || !isNumber || !isThreeDigits || status < 100 || status > 999)
        return false;
    m_status = status;
    m_reason = start.mid(blank + 5);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QByteArray &line = lines.at(i);
        const qsizetype colon = line.indexOf(':');
        const bool isFolded = line.startsWith(' ') || line.startsWith('\t');
        if (isFolded && !m_headers.isEmpty())
            m_headers.last().second += ' ' + line.trimmed();
        else if (colon > 0)
            m_headers.append({line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed()});
    }
    return true;
}

void AnswerReader::chooseFraming()
{
    m_state = State::Body;
    const QByteArray length = header("content-length");
    if (header("transfer-encoding").toLower().contains("chunked"))
        m_framing = Framing::Chunks;
    else if (m_status == 204 || m_status == 304)
        m_state = State::Done;
    else if (!length.isEmpty()) {
        bool isNumber = false;
        m_framing = Framing::Length;
        m_left = length.toLongLong(&isNumber);
        if (!isNumber || m_left < 0)
            return fail();
        if (m_left == 0)
            m_state = State::Done;
    }
}

void AnswerReader::readBody()
{
    if (m_framing == Framing::Chunks) {
        while (m_state == State::Body && readChunkPart()) {
        }
        return;
    }
    if (m_framing == Framing::UntilTheEnd) {
        m_body += std::exchange(m_bytes, {});
        return;
    }
    const qsizetype taken = std::min<qsizetype>(m_left, m_bytes.size());
    m_body += m_bytes.left(taken);
    m_bytes.remove(0, taken);
    m_left -= taken;
    if (m_left == 0)
        m_state = State::Done;
}

// Reads one part of a chunk. False when more bytes are needed.
bool AnswerReader::readChunkPart()
{
    if (m_part == Part::Data) {
        const qsizetype taken = std::min<qsizetype>(m_left, m_bytes.size());
        m_body += m_bytes.left(taken);
        m_bytes.remove(0, taken);
        m_left -= taken;
        if (m_left == 0)
            m_part = Part::DataEnd;
        return m_left == 0;
    }
    const qsizetype end = m_bytes.indexOf('\n');
    if (end < 0) {
        if (m_bytes.size() > longestChunkLine)
            fail();
        return false;
    }
    const QByteArray line = m_bytes.left(end).trimmed();
    m_bytes.remove(0, end + 1);
    if (m_part == Part::Size) {
        bool isNumber = false;
        m_left = line.split(';').constFirst().trimmed().toLongLong(&isNumber, 16);
        if (!isNumber || m_left < 0)
            fail();
        m_part = m_left == 0 ? Part::Trailer : Part::Data;
    } else if (m_part == Part::DataEnd) {
        if (!line.isEmpty())
            fail();
        m_part = Part::Size;
    } else if (line.isEmpty())
        m_state = State::Done;
    return true;
}

} // namespace Sluice
