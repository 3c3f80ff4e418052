// SPDX-License-Identifier: Apache-2.0
#include "models/views/savedviews.h"

#include "models/definition/secret/secretguard.h"

#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr auto viewsKey = "views/saved"_L1;
constexpr auto startKey = "views/start"_L1;

bool isAbout(const SavedView &view, const QString &account)
{
    if (view.account == account)
        return true;
    const QString begin = account + u'/';
    for (const Facet facet : {Facet::Project, Facet::Runner}) {
        const QStringList values = view.filter.facets[size_t(facet)].keys();
        if (std::any_of(values.cbegin(), values.cend(),
                        [&begin](const QString &value) { return value.startsWith(begin); }))
            return true;
    }
    return false;
}

} // namespace

SavedViews::SavedViews(QSettings *settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    const int count = settings->beginReadArray(viewsKey);
    for (int i = 0; i < count; ++i) {
        settings->setArrayIndex(i);
        const SavedView view = SavedView::read(*settings);
        if (!view.name.isEmpty() && indexOf(view.name) < 0)
            m_views.append(view);
    }
    settings->endArray();
    setStart(settings->value(startKey).toString());
}

qsizetype SavedViews::indexOf(const QString &name) const
{
    const auto found =
        std::find_if(m_views.cbegin(), m_views.cend(), [&name](const SavedView &view) {
            return view.name.compare(name, Qt::CaseInsensitive) == 0;
        });
    return found == m_views.cend() ? -1 : found - m_views.cbegin();
}

std::optional<SavedView> SavedViews::view(const QString &name) const
{
    const qsizetype at = indexOf(name);
    return at < 0 ? std::nullopt : std::optional(m_views.at(at));
}

SavedViews::Outcome SavedViews::check(const SavedView &view) const
{
    if (view.name.trimmed().isEmpty())
        return Outcome::NoName;
    return SecretGuard::holdsSecret(view.text) ? Outcome::Secret : Outcome::Done;
}

SavedViews::Outcome SavedViews::add(const SavedView &view)
{
    if (const Outcome outcome = check(view); outcome != Outcome::Done)
        return outcome;
    if (indexOf(view.name) >= 0)
        return Outcome::NameTaken;
    m_views.append(view);
    keep();
    return Outcome::Done;
}

SavedViews::Outcome SavedViews::replace(const SavedView &view)
{
    if (const Outcome outcome = check(view); outcome != Outcome::Done)
        return outcome;
    const qsizetype at = indexOf(view.name);
    if (at < 0)
        return Outcome::NotFound;
    m_views[at] = view;
    keep();
    return Outcome::Done;
}

SavedViews::Outcome SavedViews::rename(const QString &name, const QString &newName)
{
    const qsizetype at = indexOf(name);
    const qsizetype other = indexOf(newName);
    if (at < 0)
        return Outcome::NotFound;
    if (newName.trimmed().isEmpty())
        return Outcome::NoName;
    if (other >= 0 && other != at)
        return Outcome::NameTaken;
    if (m_start == m_views.at(at).name)
        m_start = newName;
    m_views[at].name = newName;
    keep();
    return Outcome::Done;
}

void SavedViews::remove(const QString &name)
{
    const qsizetype at = indexOf(name);
    if (at < 0)
        return;
    if (m_start == m_views.at(at).name)
        m_start.clear();
    m_views.removeAt(at);
    keep();
}

void SavedViews::move(const QString &name, bool isUp)
{
    const qsizetype at = indexOf(name);
    const qsizetype to = isUp ? at - 1 : at + 1;
    if (at < 0 || to < 0 || to >= m_views.size())
        return;
    m_views.swapItemsAt(at, to);
    keep();
}

void SavedViews::setStart(const QString &name)
{
    const qsizetype at = indexOf(name);
    const QString start = at < 0 ? QString() : m_views.at(at).name;
    if (start == m_start)
        return;
    m_start = start;
    keep();
}

void SavedViews::forgetAccount(const QString &account)
{
    if (m_views.removeIf([&](const SavedView &view) { return isAbout(view, account); }) == 0)
        return;
    if (indexOf(m_start) < 0)
        m_start.clear();
    keep();
}

void SavedViews::keep()
{
    m_settings->remove(viewsKey);
    m_settings->beginWriteArray(viewsKey, int(m_views.size()));
    for (qsizetype i = 0; i < m_views.size(); ++i) {
        m_settings->setArrayIndex(int(i));
        m_views.at(i).write(*m_settings);
    }
    m_settings->endArray();
    if (m_start.isEmpty())
        m_settings->remove(startKey);
    else
        m_settings->setValue(startKey, m_start);
    Q_EMIT changed();
}

} // namespace Sluice
