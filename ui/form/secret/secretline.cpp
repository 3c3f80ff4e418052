// SPDX-License-Identifier: Apache-2.0
#include "ui/form/secret/secretline.h"

#include "models/definition/secret/secretproviders.h"
#include "models/references/referencemonitor.h"
#include "ui/form/secret/referenceusersdialog.h"
#include "ui/form/secret/secretchips.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/linkbutton.h"

#include <QHBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

bool isWhole(const SecretReference &reference)
{
    return !reference.provider.isEmpty() && !reference.name.isEmpty() &&
           (!hasVaults(reference.provider) || !reference.location.isEmpty());
}

} // namespace

SecretLine::SecretLine(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_chips(new SecretChips(this))
    , m_users(new LinkButton(this))
    , m_more(new QToolButton(this))
{
    m_chips->setObjectName(name + u".chips"_s);
    m_users->setObjectName(name + u".users"_s);
    m_more->setObjectName(name + u".more"_s);
    m_more->setIcon(icon("ellipsis"));
    m_more->setAutoRaise(true);
    m_more->setFocusPolicy(Qt::StrongFocus);
    const int size = heightFor(Size::SmallControl, m_chips->fontMetrics());
    m_more->setFixedSize(size, size);
    m_more->setToolTip(tr("Edit, copy, paste, clear"));
    m_users->hide();
    m_more->hide();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Size::Gap);
    layout->addWidget(m_chips, 1);
    layout->addWidget(m_users);
    layout->addWidget(m_more);
    connect(m_chips, &SecretChips::clicked, this, &SecretLine::openRequested);
    connect(m_more, &QToolButton::clicked, this, [this] { Q_EMIT menuRequested(m_more); });
    connect(m_users, &LinkButton::clicked, this, &SecretLine::showUsers);
}

void SecretLine::setSources(const ReferenceSources &sources)
{
    if (m_sources.monitor)
        m_sources.monitor->disconnect(this);
    m_sources = sources;
    if (sources.monitor)
        connect(sources.monitor, &ReferenceMonitor::changed, this, &SecretLine::countUsers);
    countUsers();
}

void SecretLine::setReference(const SecretReference &reference, const QString &text)
{
    m_reference = reference;
    m_chips->setText(reference.isEmpty() ? text : reference.shownText());
    m_chips->setToolTip(reference.text()); // whole, with the word of the definition
    m_chips->setNothing(reference.isEmpty());
    m_chips->setAccessibleName(tr("%1: %2").arg(m_label, m_chips->text()));
    countUsers();
}

void SecretLine::setLabel(const QString &label)
{
    m_label = label;
    m_chips->setAccessibleName(tr("%1: %2").arg(label, m_chips->text()));
    m_more->setAccessibleName(tr("%1, more").arg(label));
    countUsers();
}

void SecretLine::countUsers()
{
    const auto count = m_sources.monitor ? m_sources.monitor->index().users(m_reference).size() : 0;
    // Says nothing yet of a reference that is being entered.
    const bool isShown = count > 0 || (m_sources.monitor && isWhole(m_reference));
    m_users->setVisible(isShown);
    if (!isShown)
        return;
    m_users->setText(count == 0 ? tr("used by 0, new") : tr("used by %1").arg(count));
    m_users->setEnabled(count > 0);
    m_users->setToolTip(count > 0 ? tr("Show the pipelines that use it")
                                  : tr("No pipeline that Sluice has read uses it."));
    m_users->setAccessibleName(tr("%1, %2").arg(m_label, m_users->text()));
    m_users->updateGeometry();
}

void SecretLine::showUsers()
{
    auto *dialog =
        new ReferenceUsersDialog(m_sources.fleet, m_sources.monitor, m_reference, window());
    dialog->open();
}

void SecretLine::setFolded(bool folded)
{
    m_chips->setOpenable(folded);
    m_chips->setAccessibleDescription(folded ? tr("Opens its parts for editing") : QString());
    m_more->setVisible(folded);
}

QWidget *SecretLine::entry() const
{
    return m_chips;
}

} // namespace Sluice
