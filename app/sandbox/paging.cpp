// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/paging.h"

#include <charconv>
#include <limits>

using namespace Qt::StringLiterals;

namespace Sluice::Sandbox {

namespace {

// Bounded so that page * size stays within 64 bits.
constexpr qsizetype maxPage = std::numeric_limits<qint32>::max();
constexpr qsizetype maxSize = 100;

bool readNumber(const Request &request, const char *name, qsizetype low, qsizetype high,
                qsizetype &value)
{
    const auto found = request.query.find(name);
    if (found == request.query.end())
        return true;
    const std::string &text = found->second;
    qsizetype number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < low || number > high)
        return false;
    value = number;
    return true;
}

} // namespace

PageRequest PageRequest::from(const Request &request, QList<Fault> &faults)
{
    PageRequest page;
    if (!readNumber(request, "page", 0, maxPage, page.page))
        faults.append({u"page"_s, u"must be a number from 0"_s});
    if (!readNumber(request, "size", 1, maxSize, page.size))
        faults.append({u"size"_s, u"must be between 1 and 100"_s});
    return page;
}

namespace {

// {"page":...,"results":[...] without the end.
std::string beginningOf(const PageRequest &page, const Slice &slice)
{
    std::string body = R"({"page":)" + std::to_string(page.page) + R"(,"results":[)";
    const char *comma = "";
    for (const QByteArray &item : slice.items) {
        body += comma;
        body.append(item.constData(), std::size_t(item.size()));
        comma = ",";
    }
    return body + ']';
}

} // namespace

Answer pageAnswer(const PageRequest &page, const Slice &slice)
{
    Answer answer;
    answer.body = beginningOf(page, slice);
    answer.body += R"(,"size":)" + std::to_string(page.size);
    answer.body += R"(,"total":)" + std::to_string(slice.total) + "}";
    return answer;
}

Answer barePageAnswer(const PageRequest &page, const Slice &slice)
{
    Answer answer;
    answer.body = beginningOf(page, slice) + '}';
    return answer;
}

} // namespace Sluice::Sandbox
