// SPDX-License-Identifier: Apache-2.0
#include "models/json/repeatedname.h"

#include <QByteArrayView>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cctype>
#include <vector>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QByteArray unescaped(QByteArrayView name)
{
    if (!name.contains('\\'))
        return name.toByteArray();
    const QJsonDocument list = QJsonDocument::fromJson("[\"" + name.toByteArray() + "\"]");
    return list.array().at(0).toString().toUtf8();
}

class NameScan
{
public:
    explicit NameScan(const QByteArray &json)
        : m_json(json)
    {}

    std::optional<RepeatedName> run()
    {
        while (m_at < m_json.size() && !m_repeated)
            step();
        return m_repeated;
    }

private:
    struct Name {
        QByteArray text;
        qsizetype offset = 0;
    };

    // An object or a list whose end has not come yet.
    struct Open {
        bool isList = false;
        qsizetype index = 0;     // of a list
        std::vector<Name> names; // of an object, so far
    };

    void step()
    {
        switch (m_json.at(m_at)) {
        case '"': readText(); return;
        case '{': m_open.emplace_back(); break;
        case '[': m_open.emplace_back().isList = true; break;
        case ']': m_open.pop_back(); break;
        case '}': leaveObject(); break;
        case ',': ++m_open.back().index; break;
        default: break;
        }
        ++m_at;
    }

    void readText()
    {
        const qsizetype start = m_at++;
        while (m_json.at(m_at) != '"')
            m_at += m_json.at(m_at) == '\\' ? 2 : 1;
        const QByteArrayView text = QByteArrayView(m_json).sliced(start + 1, m_at - start - 1);
        ++m_at;
        qsizetype next = m_at;
        while (next < m_json.size() && std::isspace(uchar(m_json.at(next))))
            ++next;
        if (next < m_json.size() && m_json.at(next) == ':')
            m_open.back().names.push_back({unescaped(text), start});
    }

    void leaveObject()
    {
        std::vector<Name> names = std::move(m_open.back().names);
        m_open.pop_back();
        std::stable_sort(names.begin(), names.end(),
                         [](const Name &one, const Name &other) { return one.text < other.text; });
        const auto same =
            std::adjacent_find(names.begin(), names.end(), [](const Name &one, const Name &other) {
                return one.text == other.text;
            });
        if (same != names.end()) {
            const QString name = QString::fromUtf8(same->text);
            m_repeated = {(same + 1)->offset, name, pathTo(name)};
        }
    }

    QString pathTo(const QString &name) const
    {
        QString path;
        for (const Open &open : m_open) {
            if (open.isList) {
                path += u"[%1]"_s.arg(open.index);
                continue;
            }
            if (!path.isEmpty())
                path += u'.';
            path += QString::fromUtf8(open.names.back().text);
        }
        return path.isEmpty() ? name : path + u'.' + name;
    }

    const QByteArray &m_json;
    qsizetype m_at = 0;
    std::vector<Open> m_open; // from the outermost
    std::optional<RepeatedName> m_repeated;
};

} // namespace

std::optional<RepeatedName> findRepeatedName(const QByteArray &json)
{
    return NameScan(json).run();
}

} // namespace Sluice
